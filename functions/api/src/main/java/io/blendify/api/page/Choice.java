package io.blendify.api.page;

/** One of several pages to choose from. */
public record Choice(String name, String address, boolean chosen) {}
