namespace PairingLab.Kernel.Tests.State;

internal sealed record Sum(int Value, DateTimeOffset At);
