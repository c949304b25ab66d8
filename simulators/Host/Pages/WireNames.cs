using PairingLab.Host.Site;

namespace PairingLab.Host.Pages;

/// <summary>Who is meant by an address: "pos-1 → commander-1" tells more than a port.</summary>
public sealed class WireNames(LabSite site)
{
    private readonly IReadOnlyList<(string Authority, string Name)> known =
    [
        .. site.Systems.SelectMany(s => s.Directory)
            .SelectMany(d => d.Credentials.Values.Prepend(d.Api ?? "").Select(address => (Authority: AuthorityOf(address), Name: d.Id)))
            .Where(a => a.Authority is not null).Select(a => (a.Authority!, a.Name)),
    ];

    /// <summary>The other side of an exchange: its name, else host and port.</summary>
    public string Of(string url) => AuthorityOf(url) is not { } authority ? url
        : known.FirstOrDefault(k => k.Authority == authority).Name ?? authority;

    /// <summary>What follows the host in an address.</summary>
    public static string PathOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.PathAndQuery : url;

    private static string? AuthorityOf(string address) =>
        address.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Authority : null;
}
