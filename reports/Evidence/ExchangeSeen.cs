namespace PairingLab.Reports.Evidence;

/// <summary>An HTTP request and what came back.</summary>
public sealed record ExchangeSeen : Seen
{
    /// <summary>Who asked.</summary>
    public required string From { get; init; }

    /// <summary>Who was asked.</summary>
    public required string To { get; init; }

    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The whole URL.</summary>
    public required string Url { get; init; }

    /// <summary>The request's headers.</summary>
    public IReadOnlyList<Header> RequestHeaders { get; init; } = [];

    /// <summary>The request's body.</summary>
    public string? RequestBody { get; init; }

    /// <summary>The status; null when nothing came back.</summary>
    public int? Status { get; init; }

    /// <summary>The response's headers.</summary>
    public IReadOnlyList<Header> ResponseHeaders { get; init; } = [];

    /// <summary>The response's body; when nothing came back, why.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>How long it took, in wall milliseconds.</summary>
    public double WallMs { get; init; }
}
