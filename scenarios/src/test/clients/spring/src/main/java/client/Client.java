package client;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A web application that logs its users in at Pro Santé Connect and calls an API PSC. */
@SpringBootApplication
public class Client {

    public static void main(String[] arguments) {
        SpringApplication.run(Client.class, arguments);
    }
}
