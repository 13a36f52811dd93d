package io.blendify.providers.file;

/**
 * One value of an array in a JSON file, as it stands there.
 *
 * @param key the name of the array it stands in; empty for the outermost
 * @param number its place in that array, from 1
 * @param line on which it starts, from 1
 * @param text not yet known to be valid JSON; empty where the value was too long to keep
 */
record JsonRecord(String key, long number, long line, String text) {}
