package varta_test

import (
	"context"
	"fmt"
	"log"

	"varta"
)

func Example() {
	reader, err := varta.Open(varta.Options{})
	if err != nil {
		log.Fatal(err)
	}
	rec, err := reader.Read(context.Background(), varta.Report{
		ID:        "talks",
		Text:      "रूस के विदेश मंत्री ने सोमवार को चीन के विदेश मंत्री से मुलाकात की।",
		Published: "2024-03-05",
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range rec.Events {
		fmt.Println(e.Type, e.Status, e.Date.Value)
		for _, p := range e.Actors {
			fmt.Println(" ", p.Text, p.Code)
		}
		fmt.Println(" ", e.Evidence[0].Quote)
	}
	// Output:
	// CONSULT happened 2024-03-04
	//   विदेश मंत्री RUS
	//   विदेश मंत्री CHN
	//   रूस के विदेश मंत्री ने सोमवार को चीन के विदेश मंत्री से मुलाकात की
}

func ExampleReader_Registry() {
	reader, err := varta.Open(varta.Options{})
	if err != nil {
		log.Fatal(err)
	}
	who, err := reader.Registry().Ask("रूस के रक्षा मंत्री", "2021-07-28")
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range who {
		fmt.Println(t.Name, t.Office, t.Code, t.Since, t.Until)
	}
	// Output:
	// Sergei Shoigu defence minister RUS 2012-11-06 2024-05-14
}
