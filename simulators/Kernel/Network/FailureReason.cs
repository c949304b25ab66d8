namespace PairingLab.Kernel.Network;

/// <summary>Why a device got no answer.</summary>
public enum FailureReason
{
    /// <summary>It got one.</summary>
    None,

    /// <summary>Nothing listens there.</summary>
    NobodyThere,

    /// <summary>The device did not wait any longer.</summary>
    CalledBack,

    /// <summary>TLS failed, or one side did not trust the other.</summary>
    Tls,

    /// <summary>The proxy did not let it through.</summary>
    Tunnel,

    /// <summary>The connection broke, or what came was not an answer.</summary>
    Broken,
}
