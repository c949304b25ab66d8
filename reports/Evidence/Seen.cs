using System.Globalization;
using System.Text.Json.Serialization;

namespace PairingLab.Reports.Evidence;

/// <summary>Something that was seen during a scenario, at a moment of wall time and of lab time.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PanelSeen), "panel")]
[JsonDerivedType(typeof(DisplaySeen), "display")]
[JsonDerivedType(typeof(SentenceSeen), "sentence")]
[JsonDerivedType(typeof(ExchangeSeen), "exchange")]
[JsonDerivedType(typeof(AttestationSeen), "attestation")]
[JsonDerivedType(typeof(FileSeen), "file")]
[JsonDerivedType(typeof(MeasurementSeen), "measurement")]
public abstract record Seen
{
    /// <summary>When, wall time.</summary>
    public DateTimeOffset Wall { get; init; }

    /// <summary>When, lab time; null when the scenario had no lab clock.</summary>
    public DateTimeOffset? Lab { get; init; }
}

/// <summary>A device's panel as it was read, or as it was after an act.</summary>
public sealed record PanelSeen : Seen
{
    /// <summary>The device's id.</summary>
    public required string Device { get; init; }

    /// <summary>What was done: "read", "press Pair POS".</summary>
    public string Act { get; init; } = "read";

    /// <summary>The panel's title.</summary>
    public required string Title { get; init; }

    /// <summary>Its texts, top to bottom.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Its buttons.</summary>
    public IReadOnlyList<SeenButton> Buttons { get; init; } = [];

    /// <summary>Its fields.</summary>
    public IReadOnlyList<SeenField> Fields { get; init; } = [];
}

/// <summary>A button of a panel and whether it could be pressed.</summary>
public sealed record SeenButton(string Name, bool Enabled);

/// <summary>A field of a panel, what stood in it, and whether it took input.</summary>
public sealed record SeenField(string Name, string Value, bool Enabled);

/// <summary>A two-digit display as it was (bit 0 = a … bit 6 = g, bit 7 = decimal point).</summary>
public sealed record DisplaySeen : Seen
{
    /// <summary>The device's id.</summary>
    public required string Device { get; init; }

    /// <summary>The segments of the left digit.</summary>
    public byte Left { get; init; }

    /// <summary>The segments of the right digit.</summary>
    public byte Right { get; init; }
}

/// <summary>A sentence that came over a serial line.</summary>
public sealed record SentenceSeen : Seen
{
    /// <summary>The device's id.</summary>
    public required string Device { get; init; }

    /// <summary>The sentence as it came.</summary>
    public required string Text { get; init; }

    /// <summary>What is wrong with it; null when it is sound.</summary>
    public string? Note { get; init; }
}

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

/// <summary>One header of an HTTP message.</summary>
public sealed record Header(string Name, string Value);

/// <summary>What a person at the bench was asked, and the answer.</summary>
public sealed record AttestationSeen : Seen
{
    /// <summary>The device that it is about.</summary>
    public required string Device { get; init; }

    /// <summary>What the lab asked.</summary>
    public required string Question { get; init; }

    /// <summary>What the person answered, or that nobody did.</summary>
    public required string Answer { get; init; }
}

/// <summary>A value that a step measured, and what it may be.</summary>
public sealed record MeasurementSeen : Seen
{
    /// <summary>What was measured.</summary>
    public required string Name { get; init; }

    /// <summary>The value.</summary>
    public required double Value { get; init; }

    /// <summary>Its unit: "s", "V".</summary>
    public required string Unit { get; init; }

    /// <summary>The least that it may be; null for no limit.</summary>
    public double? AtLeast { get; init; }

    /// <summary>The most that it may be; null for no limit.</summary>
    public double? AtMost { get; init; }

    /// <summary>Whether it keeps its limits; both belong to what is allowed.</summary>
    [JsonIgnore]
    public bool IsWithin => (AtLeast is not { } least || Value >= least) && (AtMost is not { } most || Value <= most);

    /// <summary>"3.2 s, at most 60 s".</summary>
    [JsonIgnore]
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Value:0.###} {Unit}")
        + (AtLeast is { } least ? string.Create(CultureInfo.InvariantCulture, $", at least {least:0.###} {Unit}") : "")
        + (AtMost is { } most ? string.Create(CultureInfo.InvariantCulture, $", at most {most:0.###} {Unit}") : "");
}

/// <summary>A file that belongs to the evidence: a screenshot, a trace.</summary>
public sealed record FileSeen : Seen
{
    /// <summary>Its name in the evidence's files folder, as <see cref="EvidenceFolder.KeepFile"/> gave it.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Whether it is a Playwright trace.</summary>
    [JsonIgnore]
    public bool IsTrace => Path.GetExtension(Name) == ".zip";

    /// <summary>Its media type.</summary>
    [JsonIgnore]
    public string MediaType => PictureType ?? Path.GetExtension(Name).ToLowerInvariant() switch
    {
        ".zip" => "application/zip",
        ".har" or ".json" => "application/json",
        ".webm" => "video/webm",
        ".mp4" => "video/mp4",
        ".html" => "text/html",
        ".txt" or ".log" => "text/plain",
        _ => "application/octet-stream",
    };

    /// <summary>The media type of a picture; null for anything else.</summary>
    [JsonIgnore]
    public string? PictureType => Path.GetExtension(Name).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}
