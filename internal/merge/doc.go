// Package merge decides which events of different reports are one act of the world, and makes acts and lasting
// relations of them. It reads records and writes no layer; all its functions are pure.
//
// An event is compared as a [Telling]: type, status, parties, date, place, occasion and the words of its evidence.
// [Match] weighs two of them and says why: of "मोदी 13 और 14 जुलाई को फ्रांस की यात्रा पर रहेंगे" (10 July) and "पेरिस
// पहुंचे प्रधानमंत्री मोदी" (13 July) that both are visits of Narendra Modi to France, and that the day agrees. A day, a
// place, a person or a side that contradicts settles it the other way.
//
// [Assign] goes through tellings, the most telling ones first. One that matches none that leads an act leads a new one;
// others go with the lead that they match best. So all of an act match its lead, and an act does not drift from one
// telling to the next. The order depends on the tellings alone; hence any order of the reports gives the same acts, and
// [Update], which takes up new tellings beside what an archive has, gives those that Assign gives of all. Only tellings
// that share one of their [Keys] are compared, so the cost of a report does not grow with the archive.
//
// The way follows record linkage as Fellegi and Sunter (1969) put it, with weights set by hand, and the merge-center
// clustering of Hassanzadeh and others (2009).
package merge
