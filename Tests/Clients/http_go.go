// Go's own HTTP client over both versions; it tells what contract.py tells.
//
//	go run http_go.go       run by `localtenant exec`, whose variables say where the server is and whom to trust
//
// The last line is `N passed, N failed`.
package main

import (
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"reflect"
	"strings"
)

const modules = "/api/v2/actions/modules"

var passed, failed int

func check(what string, seen, expected any) {
	if reflect.DeepEqual(seen, expected) {
		passed++
		return
	}
	failed++
	fmt.Printf("FAILED %s: %.300v, expected %.300v\n", what, seen, expected)
}

type object = map[string]any

// teller tells the story to one server over one version of HTTP.
type teller struct {
	base    string
	version string
	client  *http.Client
}

func (t teller) ask(method, path string, body any) (status int, content object) {
	var reader io.Reader
	if body != nil {
		text, _ := json.Marshal(body)
		reader = strings.NewReader(string(text))
	}
	request, err := http.NewRequest(method, t.base+modules+path, reader)
	if err != nil {
		panic(err)
	}
	request.Header.Set("Authorization", "Bearer any")
	request.Header.Set("Content-Type", "application/json")
	response, err := t.client.Do(request)
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	check(t.base+": the version of HTTP", response.Proto, t.version)
	text, err := io.ReadAll(response.Body)
	check(t.base+": the body's end", err, nil)
	if len(text) > 0 {
		check(t.base+": JSON", json.Unmarshal(text, &content), nil)
	}
	return response.StatusCode, content
}

func (t teller) tell() {
	name := t.base + ", " + t.version + ": "
	code := "exports.greet = (name) => `¡hola, ${name}! ☕`;\n"
	status, module := t.ask("POST", "", object{"name": "carried", "code": code})
	check(name+"created", []any{status, module["code"]}, []any{201, code})
	path := fmt.Sprintf("/%v", module["id"])
	status, read := t.ask("GET", path, nil)
	check(name+"read as created", []any{status, read}, []any{200, module})
	status, read = t.ask("HEAD", path, nil)
	check(name+"HEAD has no content", []any{status, len(read)}, []any{200, 0})
	status, unknown := t.ask("GET", "/00000000-0000-4000-8000-00000000dead", nil)
	check(name+"unknown", []any{status, unknown["statusCode"]}, []any{404, 404.0})
	status, _ = t.ask("POST", "", object{"name": 7, "code": ""})
	check(name+"refused", status, 400)
	status, version := t.ask("POST", path+"/versions", nil)
	check(name+"published by an empty POST", []any{status, version["version_number"]}, []any{200, 1.0})
	large := strings.Repeat("z", 60_000)
	status, changed := t.ask("PATCH", path, object{"code": large})
	check(name+"changed to much code", []any{status, changed["code"]}, []any{200, large})
	status, page := t.ask("GET", "?page=1&per_page=50", nil)
	check(name+"one page too far", []any{status, page["modules"]}, []any{200, []any{}})
	status, none := t.ask("DELETE", path, nil)
	check(name+"deleted without content", []any{status, len(none)}, []any{204, 0})
	status, _ = t.ask("GET", path, nil)
	check(name+"gone", status, 404)
}

func main() {
	plain := os.Getenv("LOCALTENANT_URL")
	secure := strings.Replace(os.Getenv("LOCALTENANT_HTTPS_URL"), "127.0.0.1", "localhost", 1)
	teller{plain, "HTTP/1.1", http.DefaultClient}.tell()
	teller{secure, "HTTP/2.0", http.DefaultClient}.tell()
	without := &http.Transport{TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{}}
	teller{secure, "HTTP/1.1", &http.Client{Transport: without}}.tell()
	fmt.Printf("%d passed, %d failed\n", passed, failed)
	if failed > 0 {
		os.Exit(1)
	}
}
