import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The same HTTP server without any logic, with as many event loops as Parley: reads a body and sends the bytes of a file. It shows the
 * upper limit.
 */
class Bare {

    public static void main(String... args) throws Exception {
        int port = Integer.parseInt(args[0]);
        Buffer answer = Buffer.buffer(Files.readAllBytes(Path.of(args[1])));
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false).setEventLoopPoolSize(loops));
        vertx.deployVerticle(() -> new AbstractVerticle() {
            @Override
            public void start() {
                vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                        .requestHandler(request -> request.bodyHandler(body -> request.response()
                                .putHeader("content-type", "application/json; charset=utf-8").end(answer)))
                        .listen();
            }
        }, new DeploymentOptions().setInstances(loops));
    }
}
