namespace PairingLab.Drivers.Http;

/// <summary>What a pairing has given to a client.</summary>
/// <param name="BaseUrl">Where its requests go.</param>
/// <param name="KeyId">keyid of its signatures.</param>
/// <param name="Secret">Part A followed by part B, as text.</param>
public sealed record SciKeys(string BaseUrl, string KeyId, string Secret);
