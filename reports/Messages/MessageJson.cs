using System.ComponentModel;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairingLab.Reports.Messages;

/// <summary>A message as JSON. Cucumber.Messages leaves this to its user, so that it depends on no JSON library.</summary>
internal static class MessageJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new DescribedEnums() },
    };

    public static string Of(object message) => JsonSerializer.Serialize(message, message.GetType(), Options);

    /// <summary>The schema's word for a value stands in its description: CONTEXT is "Context".</summary>
    private sealed class DescribedEnums : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Described<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class Described<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(
            v => v, v => typeof(T).GetField(v.ToString())!.GetCustomAttribute<DescriptionAttribute>()!.Description);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("messages are written here, never read");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Words[value]);
    }
}
