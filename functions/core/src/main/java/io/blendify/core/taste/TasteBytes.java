package io.blendify.core.taste;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.blendify.core.taste.PackedTaste.ArtistRows;
import io.blendify.core.taste.PackedTaste.RecordingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A taste as bytes: column after column, whole numbers of seven bits a byte, lowest first, the
 * highest bit set where more follow (as in Protocol Buffers). The row in the database says by which
 * version of the rules.
 */
final class TasteBytes {

  private TasteBytes() {}

  static byte[] write(PackedTaste taste) {
    var out = new Writer();
    out.number(taste.sources().size());
    for (var source : taste.sources()) {
      out.text(source.provider());
      out.text(source.resource());
      out.text(source.part());
    }
    write(out, taste.artists());
    write(out, taste.recordings());
    return out.bytes();
  }

  private static void write(Writer out, ArtistRows artists) {
    out.texts(artists.keys);
    out.texts(artists.names);
    out.texts(artists.genres);
    out.lists(artists.ofArtists);
    out.signals(artists.signals);
  }

  private static void write(Writer out, RecordingRows recordings) {
    out.number(recordings.size());
    for (int i = 0; i < recordings.size(); i++) {
      out.number(recordings.recordings[i]);
      out.number(recordings.versions[i]);
      out.whole(recordings.titles[i]);
      out.number(recordings.explicit[i]);
    }
    out.lists(recordings.artists);
    out.signals(recordings.signals);
  }

  static PackedTaste read(byte[] bytes) {
    var in = new Reader(bytes);
    List<TasteSource> sources = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      sources.add(new TasteSource(in.text(), in.text(), in.text()));
    }
    return new PackedTaste(sources, artists(in), recordings(in));
  }

  private static ArtistRows artists(Reader in) {
    return new ArtistRows(in.texts(), in.texts(), in.texts(), in.lists(), in.signals());
  }

  private static RecordingRows recordings(Reader in) {
    int size = in.count();
    var recordings = new long[size];
    var versions = new long[size];
    var titles = new int[size];
    var explicit = new byte[size];
    for (int i = 0; i < size; i++) {
      recordings[i] = in.number();
      versions[i] = in.number();
      titles[i] = in.whole();
      explicit[i] = (byte) in.number();
    }
    return new RecordingRows(recordings, versions, titles, explicit, in.lists(), in.signals());
  }

  private static final class Writer {

    private byte[] bytes = new byte[1 << 16];
    private int size;

    void number(long number) {
      room(10);
      long left = number;
      while ((left & ~0x7FL) != 0) {
        bytes[size++] = (byte) (left | 0x80);
        left >>>= 7;
      }
      bytes[size++] = (byte) left;
    }

    void whole(int number) {
      room(4);
      for (int shift = 0; shift < 32; shift += 8) {
        bytes[size++] = (byte) (number >>> shift);
      }
    }

    void text(String text) {
      var utf8 = text.getBytes(UTF_8);
      number(utf8.length);
      room(utf8.length);
      System.arraycopy(utf8, 0, bytes, size, utf8.length);
      size += utf8.length;
    }

    void texts(String[] texts) {
      number(texts.length);
      for (var text : texts) {
        text(text);
      }
    }

    void lists(int[][] lists) {
      number(lists.length);
      for (var list : lists) {
        number(list.length);
        for (int number : list) {
          number(number);
        }
      }
    }

    void signals(Signals signals) {
      number(signals.from.length - 1);
      for (int thing = 0; thing + 1 < signals.from.length; thing++) {
        number(signals.from[thing + 1] - signals.from[thing]);
        for (int i = signals.from[thing]; i < signals.from[thing + 1]; i++) {
          number(signals.sources[i]);
          number(signals.weights[i]);
          number(signals.evidence[i] + 1L);
        }
      }
    }

    private void room(int more) {
      if (size + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
      }
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, size);
    }
  }

  private static final class Reader {

    private final byte[] bytes;
    private int next;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    long number() {
      long number = bytes[next++];
      if (number >= 0) {
        return number;
      }
      number &= 0x7F;
      for (int shift = 7; ; shift += 7) {
        long seven = bytes[next++];
        number |= (seven & 0x7F) << shift;
        if (seven >= 0) {
          return number;
        }
      }
    }

    /** A number of things that follow, each of a byte at least. */
    int count() {
      long count = number();
      if (count < 0 || count > bytes.length - next) {
        throw new IndexOutOfBoundsException(count + " things in " + bytes.length + " bytes");
      }
      return (int) count;
    }

    int whole() {
      int number = 0;
      for (int shift = 0; shift < 32; shift += 8) {
        number |= (bytes[next++] & 0xFF) << shift;
      }
      return number;
    }

    String text() {
      int length = count();
      var text = new String(bytes, next, length, UTF_8);
      next += length;
      return text;
    }

    String[] texts() {
      var texts = new String[count()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = text();
      }
      return texts;
    }

    int[][] lists() {
      var lists = new int[count()][];
      for (int i = 0; i < lists.length; i++) {
        var list = new int[count()];
        for (int j = 0; j < list.length; j++) {
          list[j] = (int) number();
        }
        lists[i] = list;
      }
      return lists;
    }

    Signals signals() {
      int things = count();
      var from = new int[things + 1];
      var sources = new int[2 * things + 16];
      var weights = new int[sources.length];
      var evidence = new int[sources.length];
      int all = 0;
      for (int thing = 0; thing < things; thing++) {
        for (int left = count(); left > 0; left--) {
          if (all == sources.length) {
            sources = Arrays.copyOf(sources, 2 * all);
            weights = Arrays.copyOf(weights, 2 * all);
            evidence = Arrays.copyOf(evidence, 2 * all);
          }
          sources[all] = (int) number();
          weights[all] = (int) number();
          evidence[all++] = (int) number() - 1;
        }
        from[thing + 1] = all;
      }
      return new Signals(
          from,
          Arrays.copyOf(sources, all),
          Arrays.copyOf(weights, all),
          Arrays.copyOf(evidence, all));
    }
  }
}
