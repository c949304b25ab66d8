namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>A register, physical or virtual, as the POS has it in its settings.</summary>
public sealed record RegisterIdentity(string Id, string Name)
{
    /// <summary>How the POS shows it.</summary>
    public string Label => $"{Name} ({Id})";
}
