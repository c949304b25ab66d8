namespace PairingLab.Drivers.Tests.Wire;

/// <summary>What <see cref="FakeLab"/> answers.</summary>
internal sealed record FakeAnswer(string Body, int Status = 200, string? Version = null);
