namespace PairingLab.Sci.Signing;

/// <summary>The headers of a signed request.</summary>
/// <param name="ContentDigest">Content-Digest; null when the request needs none.</param>
/// <param name="SignatureInput">Signature-Input.</param>
/// <param name="Signature">Signature.</param>
public sealed record SignatureHeaders(string? ContentDigest, string SignatureInput, string Signature)
{
    /// <summary>Name and value of each.</summary>
    public IEnumerable<KeyValuePair<string, string>> All
    {
        get
        {
            if (ContentDigest is not null)
            {
                yield return new("Content-Digest", ContentDigest);
            }

            yield return new("Signature-Input", SignatureInput);
            yield return new("Signature", Signature);
        }
    }
}
