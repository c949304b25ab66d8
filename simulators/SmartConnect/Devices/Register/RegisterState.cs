using System.Collections.Immutable;

namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>All that a POS register knows at one moment.</summary>
public sealed record RegisterState(RegisterMemory Memory)
{
    /// <summary>The screen.</summary>
    public RegisterScreen Screen { get; init; }

    /// <summary>A message box over it; null when there is none.</summary>
    public RegisterMessage? Message { get; init; }

    /// <summary>What it waits for from SmartConnect; null when for nothing.</summary>
    public RegisterRequest? Waiting { get; init; }

    /// <summary>What is typed into the fields.</summary>
    public ImmutableDictionary<string, string> Typed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The register, physical or virtual, that sells now.</summary>
    public RegisterIdentity Register => Memory.Registers[Memory.Selected];

    /// <summary>What stands in a field.</summary>
    public string Text(string field) => Typed.GetValueOrDefault(field, "").Trim();
}
