namespace PairingLab.Commander.Core;

/// <summary>The four digits on the status display that open one Site Security session.</summary>
/// <param name="Code">Four digits; may begin with 0.</param>
/// <param name="ShownAt">When it was generated; from then on its pairs alternate.</param>
/// <param name="Until">The first moment at which it is no longer good.</param>
public sealed record SiteOtp(string Code, DateTimeOffset ShownAt, DateTimeOffset Until);
