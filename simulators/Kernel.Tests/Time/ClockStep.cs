namespace PairingLab.Kernel.Tests.Time;

/// <summary>One thing done to the clock under test and to the naive one.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Timer">To which of the timers.</param>
/// <param name="Due">Milliseconds until it is due; or of an advance.</param>
/// <param name="Period">Milliseconds between firings; 0 for none.</param>
internal sealed record ClockStep(ClockStepKind Kind, int Timer, int Due, int Period);
