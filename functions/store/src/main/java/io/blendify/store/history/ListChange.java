package io.blendify.store.history;

/**
 * What a run changed in a list.
 *
 * @param appended whether it differed from the version before
 * @param size how many places the list has now
 */
public record ListChange(boolean appended, int size) {}
