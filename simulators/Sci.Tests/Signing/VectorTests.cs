using PairingLab.Sci.Signing;

namespace PairingLab.Sci.Tests.Signing;

/// <summary>The two vectors of docs/protocols/sci.md.</summary>
public sealed class VectorTests
{
    private static readonly RequestSigner Signer = new("kid_xxx", "part-a-secret", "part-b-secret");
    private static readonly DateTimeOffset Created = DateTimeOffset.FromUnixTimeSeconds(1715151961);

    [Fact]
    public void A_get_without_a_digest()
    {
        var headers = Signer.Sign("GET", new("https://sci-api.tenant.example/v1/pairing-info"), [], Created);

        headers.ContentDigest.ShouldBeNull();
        headers.SignatureInput.ShouldBe(
            """sig1=("@method" "@authority" "@request-target");created=1715151961;alg="hmac-sha256";keyid="kid_xxx" """.TrimEnd());
        headers.Signature.ShouldBe("sig1=:PrGIHa4ayxLa6onZQdA9Ap1P693XWSSGDCxLsddt09U=:");
    }

    [Fact]
    public void A_post_with_an_empty_body()
    {
        var headers = Signer.Sign("POST", new("https://sci-api.tenant.example/v1/unpair"), [], Created);

        headers.ContentDigest.ShouldBe("sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
        headers.SignatureInput.ShouldBe(
            """sig1=("@method" "@authority" "@request-target" "content-digest")""" +
            """;created=1715151961;alg="hmac-sha256";keyid="kid_xxx" """.TrimEnd());
        headers.Signature.ShouldBe("sig1=:hdtkOyyNYKlonM0o5Z0WQ+Y4u76zGYWqwIBJQ0e7wcM=:");
    }
}
