using System.Collections.Immutable;

namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>All that a Configuration Client (one browser window) knows at one moment.</summary>
public sealed record ClientState
{
    /// <summary>The screen.</summary>
    public ClientScreen Screen { get; init; }

    /// <summary>A message box over the screen, title and texts; null when there is none.</summary>
    public ClientMessage? Message { get; init; }

    /// <summary>What it waits for from the Commander; null when for nothing.</summary>
    public ClientRequest? Waiting { get; init; }

    /// <summary>The bearer token of the session; null when nobody is signed in.</summary>
    public string? Token { get; init; }

    /// <summary>Who is signed in.</summary>
    public string? User { get; init; }

    /// <summary>Whether Site Security has been opened in this session.</summary>
    public bool SiteSecurityOpen { get; init; }

    /// <summary>What is typed into the fields.</summary>
    public ImmutableDictionary<string, string> Typed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The rows of the list that is shown.</summary>
    public ImmutableList<string> Rows { get; init; } = [];
}
