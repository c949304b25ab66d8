using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PairingLab.AccessControl.Devices;

namespace PairingLab.AccessControl.Tests.Devices;

public sealed class HashListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void It_has_what_was_put_in_and_nothing_else(int count)
    {
        var hashes = Enumerable.Range(0, count).Select(Hash).ToList();
        var list = HashList.Of([.. hashes, .. hashes]);

        list.Count.ShouldBe(count);
        hashes.ShouldAllBe(h => list.Contains(h));
        Enumerable.Range(count, 1000).ShouldAllBe(i => !list.Contains(Hash(i)));
    }

    [Fact]
    public void It_comes_back_from_the_disk_as_it_was()
    {
        var list = HashList.Of([Hash(1), Hash(2)]);
        var back = JsonSerializer.Deserialize<HashList>(JsonSerializer.Serialize(list, LabJson.Options), LabJson.Options)!;
        back.Bytes.ToArray().ShouldBe(list.Bytes.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_hash_is_refused(string hex)
    {
        Should.Throw<FormatException>(() => HashList.Of([hex])).Message.ShouldContain("64 hex digits");
        Should.Throw<FormatException>(() => HashList.Of(new byte[33])).Message.ShouldContain("32 bytes");
    }

    private static string Hash(int i) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{i}")));
}
