package fr.accroche.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Callers that do nothing, in a process of their own: each process may open only so many files. */
final class IdleCallers implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;

    private IdleCallers(Process process) {
        this.process = process;
    }

    /** Every second one has had an answer, the others have sent half a head. */
    static IdleCallers of(int port, int many) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdleCallers.class.getName(),
                        String.valueOf(port),
                        String.valueOf(many))
                .redirectErrorStream(true)
                .start();
        String said = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (!READY.equals(said)) {
            process.destroyForcibly();
            throw new IOException("the callers are not ready: " + said);
        }
        return new IdleCallers(process);
    }

    boolean areThere() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Holds its connections until its input ends, which it does with the test too. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        int many = Integer.parseInt(arguments[1]);
        List<Socket> idle = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            idle.add(begun(port, i));
        }
        System.out.println(READY);
        System.in.read();
        for (Socket each : idle) {
            each.close();
        }
    }

    private static Socket begun(int port, int number) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        if (number % 2 == 0) {
            RawClient.over(socket).send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").readThrough("served");
        } else {
            RawClient.over(socket).send("GET / HTTP/1.1\r\nHost:");
        }
        return socket;
    }
}
