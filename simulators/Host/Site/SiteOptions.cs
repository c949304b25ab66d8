using PairingLab.Kernel.Network;

namespace PairingLab.Host.Site;

/// <summary>What a site is made of.</summary>
public sealed record SiteOptions
{
    /// <summary>Its name in the directory.</summary>
    public string Name { get; init; } = "default";

    /// <summary>The systems that the lab knows.</summary>
    public PairingSystems Known { get; init; } = PairingSystems.BuiltIn;

    /// <summary>The systems that it has, by name; null for all that the lab knows.</summary>
    public IReadOnlyList<string>? Systems { get; init; }

    /// <summary>Whether the lab clock is stepped.</summary>
    public bool Stepped { get; init; }

    /// <summary>The port of the bench page; 0 lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>The first port of the systems' servers; null for any that is free.</summary>
    public int? PortBase { get; init; }

    /// <summary>The address that it and the systems listen on.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>The PEM file of the certificate that its servers show where a client uses a name in it; null for none.</summary>
    public string? Certificate { get; init; }

    /// <summary>What endpoints under /lab demand as bearer token; null for nothing (loopback only).</summary>
    public string? Token { get; init; }

    /// <summary>The folder of the SQLite store; null keeps everything in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Where codes come from, so that a run can be repeated; null for the cryptographic source.</summary>
    public int? Seed { get; init; }

    /// <summary>Settings by system and name, as the bench file has them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Settings { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);

    /// <summary>Whether the lab plays third parties that the settings name no address for.</summary>
    public bool PlaysThirdParties { get; init; }

    /// <summary>The desk whose questions the bench page shows; null when nobody is asked.</summary>
    public Uri? Desk { get; init; }

    /// <summary>
    /// Takes notice of each request to the site, from its beginning until what it gives is disposed; null for a lab of its own, which
    /// makes sites itself.
    /// </summary>
    public Func<IDisposable>? Use { get; init; }

    /// <summary>The devices it starts with, switched on in this order.</summary>
    public IReadOnlyList<DeviceSpec> Devices { get; init; } = [];

    /// <summary>The certificate that it was given; null for none.</summary>
    /// <exception cref="SiteException">It can't be used.</exception>
    public GivenCertificate? GivenCertificate()
    {
        try
        {
            return Certificate is { } file ? Kernel.Network.GivenCertificate.Read(file) : null;
        }
        catch (FormatException e)
        {
            throw new SiteException($"--certificate {Certificate}: {e.Message}", e);
        }
    }

    /// <summary>The same with some systems only, and their devices and settings; all of it when none is named.</summary>
    /// <exception cref="SiteException">There is no such system.</exception>
    public SiteOptions Only(IReadOnlyList<string> systems)
    {
        if (systems.FirstOrDefault(s => Known.All.All(k => k.Name != s)) is { } unknown)
        {
            throw new SiteException(
                $"--system {unknown}: no such system; allowed values: {string.Join(", ", Known.All.Select(s => s.Name))}");
        }

        return systems.Count == 0 ? this : this with
        {
            Systems = systems,
            Settings = Settings.Where(s => systems.Contains(s.Key, StringComparer.Ordinal))
                .ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal),
            Devices =
            [
                .. Devices.Where(d => Known.All.Any(s => systems.Contains(s.Name, StringComparer.Ordinal) && s.Find(d.Kind) is not null)),
            ],
        };
    }
}
