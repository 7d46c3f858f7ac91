/** The conformity suite of a Proxy e-Santé: named cases, each played against a proxy and judged by the simulators around it. */
package fr.accroche.scenarios.suite;
