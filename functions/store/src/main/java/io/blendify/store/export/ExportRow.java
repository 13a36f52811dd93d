package io.blendify.store.export;

/**
 * One row of an export.
 *
 * @param place where it stands in its section; the next read goes on after it
 * @param json the row as a JSON object
 */
public record ExportRow(String place, String json) {}
