//go:build race

package main

// raceEnabled says that the tests run with the race detector, which is too slow for the largest inputs.
const raceEnabled = true
