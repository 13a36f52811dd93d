package io.blendify.core.population;

/**
 * One side of an alternating least squares: finds x with (unknown · FᵀF + Σ c f fᵀ + regular · I) x
 * = Σ c f, where F are all rows of the other side and f those known, with confidence c.
 */
final class LeastSquares {

  private static final int STEPS = 3;

  private final float[][] rows;
  private final double[][] ofAll;

  LeastSquares(float[][] rows, double unknown) {
    this.rows = rows;
    int width = rows[0].length;
    this.ofAll = new double[width][width];
    for (var row : rows) {
      addSquare(ofAll, row, unknown);
    }
  }

  static void addSquare(double[][] to, float[] row, double weight) {
    for (int i = 0; i < row.length; i++) {
      double times = weight * row[i];
      for (int j = 0; j < row.length; j++) {
        to[i][j] += times * row[j];
      }
    }
  }

  /** A few steps of conjugate gradients from where x stands. */
  void improve(float[] x, int[] known, float[] confidence, double regular) {
    var at = new double[x.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = x[i];
    }
    var left = applied(at, known, confidence, regular);
    for (int i = 0; i < left.length; i++) {
      left[i] = -left[i];
    }
    for (int k = 0; k < known.length; k++) {
      add(left, rows[known[k]], confidence[k]);
    }
    var way = left.clone();
    double square = dot(left, left);
    for (int step = 0; step < STEPS && square > 1e-20; step++) {
      var applied = applied(way, known, confidence, regular);
      double far = square / dot(way, applied);
      for (int i = 0; i < at.length; i++) {
        at[i] += far * way[i];
        left[i] -= far * applied[i];
      }
      double now = dot(left, left);
      for (int i = 0; i < way.length; i++) {
        way[i] = left[i] + now / square * way[i];
      }
      square = now;
    }
    for (int i = 0; i < at.length; i++) {
      x[i] = (float) at[i];
    }
  }

  private double[] applied(double[] to, int[] known, float[] confidence, double regular) {
    var applied = times(ofAll, to);
    for (int i = 0; i < to.length; i++) {
      applied[i] += regular * to[i];
    }
    for (int k = 0; k < known.length; k++) {
      add(applied, rows[known[k]], confidence[k] * dot(rows[known[k]], to));
    }
    return applied;
  }

  private static void add(double[] to, float[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }

  static double[] times(double[][] matrix, double[] x) {
    var result = new double[x.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = dot(matrix[i], x);
    }
    return result;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double dot(float[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
