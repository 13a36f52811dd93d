package io.blendify.core.sync;

import java.util.UUID;

/**
 * Which listing: one resource of one connection, or one part of it.
 *
 * @param listKey a time range or a playlist id; empty where the resource is one listing
 */
public record ListingKey(UUID connectionId, Resource resource, String listKey) {}
