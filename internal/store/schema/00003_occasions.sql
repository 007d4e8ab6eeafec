-- What took place at an act is found by the events that tell it.

CREATE INDEX acts_occasion ON acts(occasion);
