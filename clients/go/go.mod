module example.org/starling/go

go 1.22

require (
	github.com/cespare/xxhash/v2 v2.3.0
	google.golang.org/protobuf v1.36.6
)
