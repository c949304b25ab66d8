namespace PairingLab.Kernel.Screens;

/// <summary>What a guide says of something that has happened, or of time that runs.</summary>
/// <param name="Tone">How it is meant.</param>
/// <param name="Text">What to do, or what is done; names of buttons in brackets.</param>
public sealed record GuideNote(GuideTone Tone, string Text)
{
    /// <summary>What the system's document says of it, and where: null when it says nothing.</summary>
    public string? Entry { get; init; }

    /// <summary>When the time is over that runs; null when none does.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Something is done: "pos-1 is paired."</summary>
    public static GuideNote Good(string text) => new(GuideTone.Good, text);

    /// <summary>Something went wrong, with the way out.</summary>
    public static GuideNote Wrong(string text, string? entry = null) => new(GuideTone.Wrong, text) { Entry = entry };

    /// <summary>Time runs for something.</summary>
    public static GuideNote Waiting(string text, DateTimeOffset until) => new(GuideTone.Waiting, text) { Until = until };
}

/// <summary>How a note of a guide is meant.</summary>
public enum GuideTone
{
    /// <summary>Something is done.</summary>
    Good,

    /// <summary>Something went wrong.</summary>
    Wrong,

    /// <summary>Time runs.</summary>
    Waiting,
}
