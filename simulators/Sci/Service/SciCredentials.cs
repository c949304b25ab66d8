using System.Text.Json;
using PairingLab.Kernel.Store;

namespace PairingLab.Sci.Service;

/// <summary>What the maker of a POS has been given; made once for a site and kept.</summary>
/// <param name="ApiKey">Pairing API Secret Key for test tenants.</param>
/// <param name="LiveApiKey">Pairing API Secret Key for live tenants.</param>
/// <param name="SigningSecretPartA">Part A of every signing secret.</param>
public sealed record SciCredentials(string ApiKey, string LiveApiKey, string SigningSecretPartA)
{
    private const string Key = "sci/credentials";

    /// <summary>The site's credentials.</summary>
    public static SciCredentials Of(ILabStore store)
    {
        if (store.Read(Key) is { } json)
        {
            return JsonSerializer.Deserialize<SciCredentials>(json, LabJson.Options)!;
        }

        var made = new SciCredentials($"test_{SciCodes.Secret()}", $"live_{SciCodes.Secret()}", SciCodes.Secret());
        store.Save((Key, JsonSerializer.Serialize(made, LabJson.Options)));
        return made;
    }
}
