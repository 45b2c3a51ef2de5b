package org.driftgate.adapter.book;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Rows packed into bytes, about fifty for a lot, and unpacked when asked for, so that millions of them fit. Only rows that
 * look right are kept here: none of their fields holds the separator.
 */
final class RowStore extends AbstractList<Row> implements RandomAccess {

    private static final int CHUNK = 1 << 20;
    private static final int POSITION_BITS = 32;
    private static final byte SEPARATOR = 0;

    private final BookFile file;
    private final List<byte[]> chunks = new ArrayList<>();
    private int free;
    private long[] starts = new long[16];
    private long[] numbers = new long[16];
    private int size;

    RowStore(BookFile file) {
        this.file = file;
    }

    @Override
    public boolean add(Row row) {
        byte[] packed = packed(row.fields());
        if (chunks.isEmpty() || free + packed.length > last().length) {
            chunks.add(new byte[Math.max(CHUNK, packed.length)]);
            free = 0;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        starts[size] = ((long) (chunks.size() - 1) << POSITION_BITS) | free;
        numbers[size++] = row.number();
        System.arraycopy(packed, 0, last(), free, packed.length);
        free += packed.length;
        return true;
    }

    private byte[] last() {
        return chunks.get(chunks.size() - 1);
    }

    /** Every field with a separator behind it. */
    private static byte[] packed(List<String> fields) {
        return (String.join("\0", fields) + "\0").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Row get(int index) {
        String[] fields = new String[file.columns().size()];
        byte[] chunk = chunk(index);
        int at = position(index);
        for (int column = 0; column < fields.length; column++) {
            int end = end(chunk, at);
            fields[column] = new String(chunk, at, end - at, StandardCharsets.UTF_8);
            at = end + 1;
        }
        return new Row(file, numbers[index], List.of(fields));
    }

    /** One field without unpacking the others. */
    String field(int index, int column) {
        byte[] chunk = chunk(index);
        int at = position(index);
        for (int skipped = 0; skipped < column; skipped++) at = end(chunk, at) + 1;
        return new String(chunk, at, end(chunk, at) - at, StandardCharsets.UTF_8);
    }

    private byte[] chunk(int index) {
        return chunks.get((int) (starts[index] >>> POSITION_BITS));
    }

    private int position(int index) {
        return (int) starts[index];
    }

    private static int end(byte[] chunk, int from) {
        int end = from;
        while (chunk[end] != SEPARATOR) end++;
        return end;
    }

    @Override
    public int size() {
        return size;
    }
}
