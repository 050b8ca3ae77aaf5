import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java's own HTTP client over both versions; it tells what contract.py tells.
 *
 * <p>{@code java HttpJava.java}, run by {@code localtenant exec}, with the variables of {@code localtenant env java}.
 * The last line is {@code N passed, N failed}.
 */
public final class HttpJava {
    private static final String MODULES = "/api/v2/actions/modules";
    private static int passed;
    private static int failed;

    private record Answer(int status, String content) {
        /** The value of a member that is a text or a number, wherever it stands first. */
        String value(String name) {
            Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(content);
            return matcher.find() ? matcher.group(1) : "none";
        }
    }

    private final HttpClient client;
    private final String base;
    private final HttpClient.Version expected;

    private HttpJava(String base, HttpClient.Version version, HttpClient.Version expected) {
        this.client = HttpClient.newBuilder().version(version).build();
        this.base = base;
        this.expected = expected;
    }

    private static void check(String what, Object seen, Object expected) {
        if (seen.equals(expected)) {
            passed++;
        } else {
            failed++;
            System.out.println("FAILED " + what + ": " + seen + ", expected " + expected);
        }
    }

    private Answer ask(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + MODULES + path))
                .header("Authorization", "Bearer any")
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        check(base + ", " + method + ": the version of HTTP", response.version(), expected);
        return new Answer(response.statusCode(), response.body());
    }

    private void tell() throws Exception {
        String name = base + ", " + expected + ": ";
        Answer created = ask("POST", "", "{\"name\":\"carried\",\"code\":\"¡hola! ☕\",\"secrets\":[]}");
        check(name + "created", List.of(created.status, created.value("code")), List.of(201, "¡hola! ☕"));
        String path = "/" + created.value("id");
        check(name + "read as created", ask("GET", path, null), new Answer(200, created.content));
        check(name + "HEAD has no content", ask("HEAD", path, null), new Answer(200, ""));
        Answer unknown = ask("GET", "/00000000-0000-4000-8000-00000000dead", null);
        check(name + "unknown", List.of(unknown.status, unknown.value("statusCode")), List.of(404, "404"));
        check(name + "refused", ask("POST", "", "{\"name\":7,\"code\":\"\"}").status, 400);
        Answer version = ask("POST", path + "/versions", null);
        check(name + "published by an empty POST",
                List.of(version.status, version.value("version_number")), List.of(200, "1"));
        String large = "z".repeat(60_000);
        Answer changed = ask("PATCH", path, "{\"code\":\"" + large + "\"}");
        check(name + "changed to much code", List.of(changed.status, changed.value("code")), List.of(200, large));
        Answer page = ask("GET", "?page=1&per_page=50", null);
        check(name + "one page too far",
                List.of(page.status, page.content.startsWith("{\"modules\":[],")), List.of(200, true));
        check(name + "deleted without content", ask("DELETE", path, null), new Answer(204, ""));
        check(name + "gone", ask("GET", path, null).status, 404);
    }

    public static void main(String[] arguments) throws Exception {
        String plain = System.getenv("LOCALTENANT_URL");
        String secure = System.getenv("LOCALTENANT_HTTPS_URL").replace("127.0.0.1", "localhost");
        new HttpJava(plain, HttpClient.Version.HTTP_1_1, HttpClient.Version.HTTP_1_1).tell();
        // In the clear it offers an upgrade, which the server need not take.
        new HttpJava(plain, HttpClient.Version.HTTP_2, HttpClient.Version.HTTP_1_1).tell();
        new HttpJava(secure, HttpClient.Version.HTTP_1_1, HttpClient.Version.HTTP_1_1).tell();
        new HttpJava(secure, HttpClient.Version.HTTP_2, HttpClient.Version.HTTP_2).tell();
        System.out.println(passed + " passed, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }
}
