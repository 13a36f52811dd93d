package io.blendify.core.blend;

/**
 * A track that may be chosen, and what it gives to whom: the members' places, ascending, and how
 * much each is served by it. Members to whom it gives nothing are not in it.
 *
 * @param owners places of those who have it
 * @param liking mean expected liking over all members
 */
record Candidate(int track, int[] members, double[] gives, int[] owners, double liking) {}
