using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;

namespace PairingLab.Host.Site;

/// <summary>A site's state as a file, from which another lab goes on.</summary>
public sealed partial class LabSite
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>
    /// A ZIP file with a data folder and a bench file of the devices that are there now:
    /// <c>host --data DIR --bench DIR/bench.json</c> goes on from it.
    /// </summary>
    public async Task<byte[]> StateAsync(CancellationToken cancel = default)
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-state-");
        try
        {
            using (var copy = new SqliteStore(folder.FullName))
            {
                copy.Save([.. store.ReadAll("").Select(d => (d.Key, (string?)d.Value))]);
            }

            foreach (var system in systems)
            {
                await system.SaveAsync(folder.FullName);
            }

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "bench.json"), Bench().ToJsonString(Indented) + "\n", cancel);
            using var zip = new MemoryStream();
            await ZipFile.CreateFromDirectoryAsync(folder.FullName, zip, CompressionLevel.Optimal, includeBaseDirectory: false, cancel);
            return zip.ToArray();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The bench file of what is there.</summary>
    private JsonObject Bench()
    {
        var bench = new JsonObject { ["name"] = Name, ["clock"] = Clock.CanAdvance ? "stepped" : "real" };
        if (settings.Count > 0)
        {
            bench["settings"] = JsonSerializer.SerializeToNode(settings);
        }

        bench["devices"] = new JsonArray([.. Devices.All.Select(Row)]);
        return bench;
    }

    private JsonNode Row(IDevice device)
    {
        var (info, spec) = (device.Info, specs[device.Info.Id]);
        var system = SystemOf(device);
        var kind = system.Description.Find(info.Kind)!;
        var row = new JsonObject { ["id"] = info.Id, ["kind"] = info.Kind, ["is"] = "simulated" };
        if (kind.Models.Count > 1)
        {
            row["model"] = info.Model;
        }

        if (spec.Base is { } software)
        {
            row["base"] = software;
        }

        if (kind.PluggedInto is { } plug && system.Connections(info.Id).Now is { } to)
        {
            row[plug.Property] = to;
        }

        return row;
    }
}
