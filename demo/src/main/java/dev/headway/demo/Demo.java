package dev.headway.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;

/**
 * Fills a running Headway with a small made-up portfolio, through the REST API and its gates like
 * anybody else, and prints what an alliance manager would look at first. Started by {@code
 * ./headway demo}; {@code HEADWAY_URL} and {@code HEADWAY_TOKEN} say where and as whom.
 */
public final class Demo {

    private final Portfolio portfolio;
    private final FirstLook look;

    /**
     * @param service as {@code http://localhost:8080}
     * @param token of somebody who may write partnerships
     * @param now what "so many days ago" is counted from
     */
    public Demo(URI service, String token, Instant now, PrintStream out) {
        var api = new RestApi(service, token);
        this.portfolio = new Portfolio(api, now, out);
        this.look = new FirstLook(api, out);
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var service = URI.create(setting("HEADWAY_URL"));
        new Demo(service, setting("HEADWAY_TOKEN"), Clock.systemUTC().instant(), System.out).play();
    }

    public void play() throws IOException, InterruptedException {
        var relay =
                portfolio.register(
                        "Northwind Relay resale", "Northwind Relay", "RESELLER", "RESELL", 150);
        portfolio.startPilot(relay, 130);
        portfolio.launch(relay, 72);

        var bluepeak =
                portfolio.register(
                        "Bluepeak co-delivery", "Bluepeak Cloud", "TECHNOLOGY", "CO_DELIVERY", 120);
        portfolio.startPilot(bluepeak, 100);
        portfolio.launch(bluepeak, 30);
        portfolio.touch(bluepeak, "JOINT_CALL", "Weekly pipeline call", 2);

        var tidewater =
                portfolio.register("Tidewater bundle", "Tidewater Telecom", "TELCO", "RESELL", 110);
        portfolio.startPilot(tidewater, 80);
        portfolio.touch(tidewater, "WORKSHOP", "Packaging workshop", 65);

        var ostrava =
                portfolio.register(
                        "Ostrava marketplace",
                        "Ostrava Data",
                        "TECHNOLOGY",
                        "MARKETPLACE_LISTING",
                        90);
        portfolio.startPilot(ostrava, 60);
        portfolio.launch(ostrava, 20);
        portfolio.completeNextStep(ostrava, "Listing is live");

        var larkspur =
                portfolio.register(
                        "Larkspur referrals", "Larkspur Agency", "AGENCY", "REFERRAL", 12);
        portfolio.move(larkspur, "PILOT", 0);

        look.atGhostTowns();
        look.atNextSteps();
        look.atHistory(larkspur, "Larkspur referrals");
    }

    static String setting(String name) {
        var value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("Start this with ./headway demo");
        }
        return value;
    }
}
