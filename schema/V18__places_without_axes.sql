-- What goes with what is told by the neighbours alone, into which everything that is known of it flows.
ALTER TABLE taste.places DROP COLUMN axes;
COMMENT ON COLUMN taste.places.weights IS 'How much it speaks for each of them: 1 is what speaks for the fifty things most spoken for to the mean person.';
