package fr.accroche.authserver.psc;

import org.junit.jupiter.api.Test;

/** The heap that a day of the clock leaves, eight times a day. Asked for by name ({@code docs/load.md}). */
class SimulatedDayLoad {

    private static final int SESSIONS = Integer.getInteger("accroche.sessions", 10_000);

    @Test
    void measure() {
        SimulatedDay day = new SimulatedDay(SESSIONS);
        day.run(come -> {
            if (come % (SESSIONS / 8) == 0) {
                System.gc();
                Runtime memory = Runtime.getRuntime();
                System.out.printf(
                        "%6d sessions came, %6d things held, %6d KiB of heap used%n",
                        come, day.held(), (memory.totalMemory() - memory.freeMemory()) / 1024);
            }
        });
    }
}
