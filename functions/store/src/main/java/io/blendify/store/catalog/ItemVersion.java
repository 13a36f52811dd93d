package io.blendify.store.catalog;

/** One description of one item, by its rows. */
public record ItemVersion(long itemId, long versionId) {}
