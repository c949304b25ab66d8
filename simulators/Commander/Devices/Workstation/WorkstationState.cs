using System.Collections.Immutable;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>All that a workstation knows at one moment.</summary>
public sealed record WorkstationState
{
    /// <summary>The base of its software.</summary>
    public string Base { get; init; } = Core.SoftwareBase.FirstWithPairing;

    /// <summary>It boots into pairing and stays closed for sales until that is finished.</summary>
    public bool PairingMode { get; init; } = true;

    /// <summary>From when its certificate is no longer good; null when it has none.</summary>
    public DateTimeOffset? TrustedUntil { get; init; }

    /// <summary>From when it asks for a new certificate.</summary>
    public DateTimeOffset? RenewFrom { get; init; }

    /// <summary>Whether it has said that the renewal is scheduled.</summary>
    public bool RenewalAnnounced { get; init; }

    /// <summary>The alert that stands.</summary>
    public PairingAlert Alert { get; init; }

    /// <summary>Messages of the system, newest last.</summary>
    public ImmutableList<string> Messages { get; init; } = [];

    /// <summary>What the screen shows.</summary>
    public WorkstationScreen Screen { get; init; } = WorkstationScreen.Booting;

    /// <summary>When the screen goes on by itself; null when it waits for a person.</summary>
    public DateTimeOffset? ScreenUntil { get; init; }

    /// <summary>The message on the Pair POS screen; null when there is none.</summary>
    public string? PairMessage { get; init; }

    /// <summary>Which try to pair this is; an answer to an earlier one comes too late.</summary>
    public int Attempt { get; init; }

    /// <summary>The pairing session; null when there is none.</summary>
    public string? Session { get; init; }

    /// <summary>What is typed on the Pairing keypad.</summary>
    public string Typed { get; init; } = "";

    /// <summary>Whether the trusted link to the Commander is up.</summary>
    public bool Linked { get; init; }

    /// <summary>What became of the last sale; null before the first.</summary>
    public string? LastSale { get; init; }

    /// <summary>The Site Security OTP generated at this register, while it is shown.</summary>
    public string? RegisterOtp { get; init; }

    /// <summary>What survives a power cut: everything but what is under way.</summary>
    public WorkstationState AfterPowerCut(DateTimeOffset booted) => this with
    {
        Screen = WorkstationScreen.Booting,
        ScreenUntil = booted,
        PairMessage = null,
        Session = null,
        Typed = "",
        Linked = false,
        LastSale = null,
        RegisterOtp = null,
        Attempt = Attempt + 1,
    };
}
