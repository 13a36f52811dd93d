package io.blendify.core.population;

/** The little linear algebra that is needed here, on small full matrices. */
final class Dense {

  private static final int MOST_SWEEPS = 60;

  private Dense() {}

  /**
   * Eigenvectors of a symmetric matrix as the columns of the result; the eigenvalues are left on
   * the diagonal of the argument. Jacobi's rotations (Golub and Van Loan, "Matrix Computations",
   * 8.5), by which the same matrix gives the same vectors everywhere.
   */
  static double[][] eigenvectors(double[][] a) {
    int n = a.length;
    var v = new double[n][n];
    for (int i = 0; i < n; i++) {
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > 1e-22; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    return v;
  }

  private static double offDiagonal(double[][] a) {
    double off = 0;
    double on = 1e-300;
    for (int i = 0; i < a.length; i++) {
      on += a[i][i] * a[i][i];
      for (int j = 0; j < i; j++) {
        off += a[i][j] * a[i][j];
      }
    }
    return off / on;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int i = 0; i < a.length; i++) {
      double ip = a[i][p];
      a[i][p] = c * ip - s * a[i][q];
      a[i][q] = s * ip + c * a[i][q];
    }
    for (int i = 0; i < a.length; i++) {
      double pi = a[p][i];
      a[p][i] = c * pi - s * a[q][i];
      a[q][i] = s * pi + c * a[q][i];
      double vip = v[i][p];
      v[i][p] = c * vip - s * v[i][q];
      v[i][q] = s * vip + c * v[i][q];
    }
  }

  /** Makes the columns orthonormal in place (modified Gram and Schmidt, twice for accuracy). */
  static void orthonormal(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    for (int twice = 0; twice < 2; twice++) {
      for (int c = 0; c < columns; c++) {
        for (int before = 0; before < c; before++) {
          double dot = 0;
          for (var row : rows) {
            dot += row[c] * row[before];
          }
          for (var row : rows) {
            row[c] -= dot * row[before];
          }
        }
        normalise(rows, c);
      }
    }
  }

  private static void normalise(double[][] rows, int column) {
    double square = 0;
    for (var row : rows) {
      square += row[column] * row[column];
    }
    double by = square > 1e-30 ? 1 / Math.sqrt(square) : 0;
    for (var row : rows) {
      row[column] *= by;
    }
  }

  /** The inverse of a symmetric positive definite matrix, in its place. */
  static void invert(double[][] a) {
    int n = a.length;
    for (int j = 0; j < n; j++) { // Gauss and Jordan without pivots: none is needed here
      double pivot = 1 / a[j][j];
      var row = a[j];
      row[j] = 1;
      for (int k = 0; k < n; k++) {
        row[k] *= pivot;
      }
      for (int i = 0; i < n; i++) {
        if (i != j) {
          double factor = a[i][j];
          if (factor != 0) {
            var other = a[i];
            other[j] = 0;
            for (int k = 0; k < n; k++) {
              other[k] -= factor * row[k];
            }
          }
        }
      }
    }
  }
}
