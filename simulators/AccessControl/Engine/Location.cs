namespace PairingLab.AccessControl.Engine;

/// <summary>A location with terminals, as the engine sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Country">Three-letter country code.</param>
/// <param name="Service">What it offers.</param>
/// <param name="CooldownMinutes">Minimum minutes between successful visits of one card here; null for none.</param>
public sealed record Location(string Id, string Country, Service Service, int? CooldownMinutes = null);

/// <summary>What a location offers.</summary>
public enum Service
{
    /// <summary>A quicker way through.</summary>
    FastLine,

    /// <summary>A lounge.</summary>
    Lounge,
}
