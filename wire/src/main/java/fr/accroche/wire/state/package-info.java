/** What simulators keep between calls, in one process or in several that stand for one. */
package fr.accroche.wire.state;
