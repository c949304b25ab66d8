using System.Collections.Immutable;

namespace PairingLab.Commander.Core;

/// <summary>All that a Commander knows at one moment.</summary>
public sealed record CommanderState
{
    /// <summary>A Commander fresh from the box, with power.</summary>
    public static readonly CommanderState New = new();

    /// <summary>The base of the software. Seed: pairing is there from Base 53.29 on.</summary>
    public string Base { get; init; } = SoftwareBase.FirstWithPairing;

    /// <summary>The OTP on the status display, null when it is dark.</summary>
    public SiteOtp? SiteOtp { get; init; }

    /// <summary>Wrong Site Security OTPs.</summary>
    public WrongTries WrongSiteOtps { get; init; } = WrongTries.None;

    /// <summary>Who is signed in, by session id.</summary>
    public ImmutableSortedDictionary<string, SignIn> SignIns { get; init; } = ImmutableSortedDictionary.Create<string, SignIn>(StringComparer.Ordinal);

    /// <summary>Wrong passwords, by user.</summary>
    public ImmutableSortedDictionary<string, WrongTries> WrongPasswords { get; init; } =
        ImmutableSortedDictionary.Create<string, WrongTries>(StringComparer.Ordinal);

    /// <summary>The Pairing Service, null when it is stopped.</summary>
    public PairingService? Service { get; init; }

    /// <summary>The pairing under way, null when there is none.</summary>
    public PairingSession? Session { get; init; }

    /// <summary>Whom it trusts, by workstation.</summary>
    public ImmutableSortedDictionary<string, PairedWorkstation> Paired { get; init; } =
        ImmutableSortedDictionary.Create<string, PairedWorkstation>(StringComparer.Ordinal);

    /// <summary>System Messages, newest last.</summary>
    public ImmutableList<SystemMessage> Messages { get; init; } = [];
}
