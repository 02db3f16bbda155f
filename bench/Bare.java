import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same HTTP server with nothing in it: reads a body, and sends the bytes of a file. What it reaches is the most that can be reached. */
class Bare {

    public static void main(String... args) throws Exception {
        Buffer answer = Buffer.buffer(Files.readAllBytes(Path.of(args[1])));
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(args[0])))
                    .requestHandler(request -> request.bodyHandler(body -> request.response()
                            .putHeader("content-type", "application/json; charset=utf-8").end(answer)))
                    .listen();
        }
    }
}
