module varta

go 1.26
