using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairingLab.AccessControl.Devices;

/// <summary>A list of hashes on a device's disk: base64.</summary>
internal sealed class HashListJson : JsonConverter<HashList>
{
    public override HashList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => HashList.Of(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, HashList value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value.Bytes);
}
