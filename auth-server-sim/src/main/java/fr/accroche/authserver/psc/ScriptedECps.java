package fr.accroche.authserver.psc;

import fr.accroche.compliance.declaration.PscChoices;
import java.time.Duration;

/**
 * Devices that do what the declaration says of each professional, and after how long.
 *
 * @param choices what it says
 * @param habit what professionals do of whom it says nothing
 */
record ScriptedECps(PscChoices choices, ECps habit) implements ECps {

    @Override
    public Answer answer(Demand demand) {
        return switch (choices.eCpsOf().getOrDefault(demand.nationalId(), choices.eCps())) {
            case HABIT -> habit.answer(demand);
            case ALLOW -> Answer.APPROVE;
            case DENY -> Answer.REFUSE;
            case SILENT -> Answer.SILENT;
        };
    }

    @Override
    public Duration delay(Demand demand) {
        return choices.eCpsDelay();
    }
}
