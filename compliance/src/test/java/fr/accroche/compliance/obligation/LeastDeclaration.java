package fr.accroche.compliance.obligation;

/** Architectures of which nothing is declared but who edits, calls and operates what. Alpha edits the LPS. */
final class LeastDeclaration {

    private static final String ACTORS = """
            actors:
              alpha: { name: ALPHA, idNatStruct: "300000000010009" }
              beta: { name: BETA, idNatStruct: "300000000020008" }
              gamma: { name: GAMMA, idNatStruct: "300000000030007" }
              clinique: { name: CLINIQUE, type: structure-de-sante, idNatStruct: "1990000002" }
              hebergeur: { name: HEBERGEUR, type: autre, idNatStruct: "300000000020008" }
            """;

    /** Alpha edits and operates the LPS and its proxy. */
    static final String ALONE = solution("DMP", "alpha", "", op("lps", "alpha", "alpha"));

    static final String BY_A_STRUCTURE = solution("DMP", "alpha", "", op("lps", "clinique", "clinique"));
    static final String BY_A_HOST = solution("DMP", "alpha", "", op("lps", "hebergeur", "hebergeur"));
    static final String THIRD_PARTY = solution("DMP", "beta", "", op("lps", "alpha", "beta"));
    static final String EAI_IN_LPS = solution("DMP", "alpha", eai("lps"), op("lps", "alpha", "alpha"));
    static final String EAI_IN_PROXY = solution("DMP", "beta", eai("proxy"), op("lps", "alpha", "beta"));

    /** S6, C6, O5: Alpha operates both. */
    static final String BOTH = solution("DMP", "gamma", addOn("alpha", "alpha"), op("lps", "alpha", "gamma"));

    /** The same, but the LPS calls the INSi itself. */
    static final String BOTH_IN_PART =
            solution("DMP, INSi", "gamma", addOn("alpha", "alpha"), op("lps", "alpha", "gamma"));

    /** S7, C7, O6: the add-on's editor operates it. */
    static final String APART = solution("DMP, ON", "gamma", addOn("alpha", "gamma"), op("carnet", "gamma", "gamma"));

    /** A health structure operates both the LPS and the add-on. */
    static final String STRUCTURE_RUNS_BOTH =
            solution("DMP", "gamma", addOn("clinique", "clinique"), op("lps", "clinique", "gamma"));

    /** The add-on is called by one operator of the LPS; another calls the DMP itself. */
    static final String HALF = solution(
            "DMP", "gamma", addOn("alpha", "gamma"), op("carnet", "gamma", "gamma") + op("lps", "clinique", "gamma"));

    /** A client_id of the LPS for which nothing is left to call. */
    static final String IDLE = solution(
            "DMP", "gamma", addOn("alpha", "gamma"), op("carnet", "gamma", "gamma") + op("lps", "alpha", "gamma"));

    private LeastDeclaration() {}

    private static String solution(String services, String proxyEditor, String addOn, String operations) {
        return """
                version: 1
                couloir: ville
                environment: test
                solution: { name: Alpha, mandataire: alpha, teleservices: [%s] }
                %scomponents:
                  lps: { type: principal, editor: alpha, commercialNames: [{ name: Alpha }] }
                  proxy: { type: proxy, editor: %s }
                %soperations:
                %s""".formatted(services, ACTORS, proxyEditor, addOn, operations);
    }

    private static String eai(String home) {
        return "  eai: { type: non-autonome, editor: gamma, functions: [DMP], integratedIn: " + home + " }\n";
    }

    private static String addOn(String lpsOperator, String operator) {
        return "  carnet: { type: autonome, editor: gamma, functions: [DMP, ON], commercialNames: [{ name: Carnet }],"
                + " instances: [{ lps: lps, lpsOperator: " + lpsOperator + ", operator: " + operator + " }] }\n";
    }

    private static String op(String software, String operator, String proxyOperator) {
        return "  - { clientId: " + software + "-" + operator + "-edc-bas, lps: " + software + ", operator: " + operator
                + ", proxy: proxy, proxyOperator: " + proxyOperator + " }\n";
    }
}
