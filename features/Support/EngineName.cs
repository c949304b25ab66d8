namespace PairingLab.Features.Support;

/// <summary>Which package set this was built with.</summary>
internal static class EngineName
{
#if REQNROLL
    public const string Value = "full";
#else
    public const string Value = "portable";
#endif
}
