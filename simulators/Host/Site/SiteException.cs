namespace PairingLab.Host.Site;

/// <summary>A site can't be set up; the message says what is wrong and what would be right.</summary>
public sealed class SiteException(string message, Exception? inner = null) : Exception(message, inner);
